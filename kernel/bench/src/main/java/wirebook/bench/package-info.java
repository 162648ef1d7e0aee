/** Benchmarks: one class a question, each prints its table. */
package wirebook.bench;
