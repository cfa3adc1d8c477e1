import { Link } from '../router.tsx';

/** The name, leading home. */
export function Brand() {
  return (
    <Link to="/" className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="6" fill="#1d4ed8" />
        <path d="M9 7v18M23 7v18M9 16h14" stroke="#fff" strokeWidth="3.5" strokeLinecap="round" />
        <circle cx="16" cy="16" r="3.5" fill="#1d4ed8" stroke="#fff" strokeWidth="2.5" />
      </svg>
      Herkomst
    </Link>
  );
}
