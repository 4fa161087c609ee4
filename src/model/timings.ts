/** Where the CPU time of a run went, in milliseconds, over all threads. */
export interface Timings {
  /** Parts of the run; none counts what another one counts. */
  stages: Record<string, number>;
  /** Rules by id, within their stages. */
  rules: Record<string, number>;
}
