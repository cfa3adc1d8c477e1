/** New alerts as they are raised: the stream is held open, and taken up again where it broke off. */
import { useEffect, useEffectEvent, useState } from 'react';
import { ApiError, call } from './client.ts';
import { createEventParser, type ServerEvent } from './events.ts';

/** 'live': the stream is open. 'waiting': it broke off and is tried again. 'none': there is none. */
export type StreamState = 'opening' | 'live' | 'waiting' | 'none';

const longestWaitMs = 15_000;

export function useStream(path: string, onEvent: (event: ServerEvent) => void): StreamState {
  const [state, setState] = useState<StreamState>('opening');
  const tell = useEffectEvent(onEvent);

  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    let last: string | null = null;
    let wait = 1000;

    const readOnce = async (): Promise<void> => {
      const answer = await call(path, {
        accept: 'text/event-stream',
        signal,
        ...(last === null ? {} : { headers: { 'last-event-id': last } }),
      });
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (reader === undefined) return;
      setState('live');
      wait = 1000;
      const parse = createEventParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        for (const event of parse(value)) {
          if (event.id !== null) last = event.id;
          tell(event);
        }
      }
    };

    const keepReading = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          await readOnce();
        } catch (error) {
          if (signal.aborted) return;
          const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
          if (refused) {
            setState('none');
            return;
          }
        }
        if (signal.aborted) return;
        setState('waiting');
        await new Promise((resolve) => {
          setTimeout(resolve, wait);
        });
        wait = Math.min(wait * 2, longestWaitMs);
      }
    };
    void keepReading();
    return () => aborter.abort();
  }, [path]);
  return state;
}
