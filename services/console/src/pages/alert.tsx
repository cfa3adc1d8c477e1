/** One alert: why it was raised, what speaks against, what the rules say, where and by whom. */
import type { AlertAnswer, ShipmentAssessment } from '@herkomst/adapter-http/contract';
import type { Assessment, Finding } from '@herkomst/core';
import type { CaseAlert } from '@herkomst/runtime';
import { useState } from 'react';
import { writeQuery } from '../api/client.ts';
import { useMe } from '../api/me.tsx';
import { useData } from '../api/use-data.ts';
import { PageHead, usePageTitle } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';
import { Link } from '../router.tsx';
import { useWords } from '../words/words.tsx';
import { ChainCard } from './shipment/chain-card.tsx';
import { FactsCard } from './shipment/facts-card.tsx';
import { MapCard } from './shipment/map-card.tsx';
import { OtherwiseCard } from './shipment/otherwise-card.tsx';
import { ReasonsCard } from './shipment/reasons-card.tsx';
import { RulesCard } from './shipment/rules-card.tsx';
import { SumCard } from './shipment/sum-card.tsx';
import { SuppressDialog } from './shipment/suppress-dialog.tsx';
import { VerdictCard } from './shipment/verdict-card.tsx';
import { VersionsCard } from './shipment/versions-card.tsx';

export interface ShipmentKey {
  readonly source: string;
  readonly shipmentId: string;
  readonly declarationKind: string;
}

export function AlertPage({ alertId }: { readonly alertId: string }) {
  const { state, reload } = useData<AlertAnswer>(`/v1/alerts/${encodeURIComponent(alertId)}`);
  return (
    <Shown state={state} retry={reload}>
      {(alert) => <ShipmentView shipmentKey={alert} alert={alert} />}
    </Shown>
  );
}

/** Any shipment, alert or not, by its key. */
export function ShipmentPage({ shipmentKey }: { readonly shipmentKey: ShipmentKey }) {
  return <ShipmentView shipmentKey={shipmentKey} alert={null} />;
}

function ShipmentView({
  shipmentKey,
  alert,
}: {
  readonly shipmentKey: ShipmentKey;
  readonly alert: AlertAnswer | null;
}) {
  const { t } = useWords();
  const { source, shipmentId, declarationKind } = shipmentKey;
  usePageTitle(t('alert.shipment', { id: shipmentId }));
  const query = writeQuery({ source, declarationKind });
  const { state, reload } = useData<{ readonly rows: readonly ShipmentAssessment[] }>(
    `/v1/shipments/${encodeURIComponent(shipmentId)}/assessments${query}`,
  );
  const [chosen, setChosen] = useState<ShipmentAssessment | null>(null);
  return (
    <Shown state={state} retry={reload}>
      {({ rows }) => {
        const raised = rows.find((row) => alert !== null && row.alertId === alert.alertId);
        const shown = chosen ?? raised ?? rows[0];
        return shown === undefined ? null : (
          <Loaded rows={rows} shown={shown} alert={alert} onShow={setChosen} />
        );
      }}
    </Shown>
  );
}

function Loaded({
  rows,
  shown,
  alert,
  onShow,
}: {
  readonly rows: readonly ShipmentAssessment[];
  readonly shown: ShipmentAssessment;
  readonly alert: AlertAnswer | null;
  readonly onShow: (row: ShipmentAssessment) => void;
}) {
  const { t } = useWords();
  const { may } = useMe();
  const [wrong, setWrong] = useState<Finding | null>(null);
  const alertId = alert?.alertId ?? shown.alertId;
  const place = useData<{ readonly alert: CaseAlert }>(
    alertId === null ? null : `/v1/alerts/${encodeURIComponent(alertId)}/case`,
  );
  const inCase = place.state.kind === 'ready' ? place.state.value.alert : null;
  const { explanation, places } = shown;
  const assessment = shown.assessment as Assessment;
  const shipment = shown.shipment;
  const suppressed = new Set(inCase?.suppressed.map(({ findingId }) => findingId) ?? []);
  const live = inCase?.standing === 'open' || inCase?.standing === 'held';
  return (
    <>
      <PageHead
        title={t('alert.shipment', { id: shown.shipmentId })}
        above={
          <Link to={alert === null ? '/shipments' : '/alerts'}>
            {t(alert === null ? 'nav.shipments' : 'nav.alerts')}
          </Link>
        }
      >
        {alertId === null ? null : (
          <Link className="button" to={`/deliveries${writeQuery({ alertId })}`}>
            {t('alert.deliveries')}
          </Link>
        )}
        {inCase === null ? null : (
          <Link className="button primary" to={`/cases/${encodeURIComponent(inCase.caseId)}`}>
            {t('alert.case')}
          </Link>
        )}
      </PageHead>
      {alert !== null && alert.supersededBy !== null ? (
        <p className="note wait">{t('alert.superseded')}</p>
      ) : null}
      <VerdictCard explanation={explanation} />
      <div className="columns">
        <div className="column">
          <ReasonsCard
            assessment={assessment}
            shipment={shipment}
            suppressed={suppressed}
            onSuppress={live && may('work-on-cases') ? setWrong : null}
          />
          <ChainCard shipment={shipment} findings={assessment.findings} />
          <MapCard places={places} />
          <OtherwiseCard counterfactual={explanation.counterfactual} shipment={shipment} />
          <SumCard sum={explanation.sum} findings={assessment.findings} />
        </div>
        <div className="column">
          <RulesCard determinations={assessment.determinations} />
          <FactsCard shipment={shipment} source={shown.source} />
          <VersionsCard rows={rows} shown={shown} onShow={onShow} />
        </div>
      </div>
      {wrong === null || alertId === null ? null : (
        <SuppressDialog
          alertId={alertId}
          finding={wrong}
          shipment={shipment}
          onClose={() => setWrong(null)}
          onDone={() => {
            setWrong(null);
            place.reload();
          }}
        />
      )}
    </>
  );
}
