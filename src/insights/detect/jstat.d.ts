/** What is used here of jStat, which has no types of its own. */
declare module 'jstat' {
  interface Distribution {
    cdf(x: number, ...parameters: number[]): number;
    inv(p: number, ...parameters: number[]): number;
  }
  const statistics: {
    jStat: {
      gammaln(x: number): number;
      /** Parameters: mean, deviation. */
      normal: Distribution;
      /** Parameter: degrees of freedom. */
      studentt: Distribution;
      /** Parameters: shape, scale. */
      gamma: Distribution;
      beta: Distribution;
      /** Parameter: degrees of freedom. */
      chisquare: Distribution;
    };
  };
  export default statistics;
}
