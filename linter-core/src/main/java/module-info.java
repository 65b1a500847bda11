/**
 * What a Kubernetes cluster would say to manifests, and what it would then do with them.
 *
 * <p>Start at {@link dev.seaworthy.Seaworthy}. What is not exported may change at any time. Libraries
 * that are modules are required; the others stay on the class path, see {@code ClassPath}.
 */
module dev.seaworthy {
  exports dev.seaworthy;
  exports dev.seaworthy.diagnostic;
  exports dev.seaworthy.report;

  requires static org.jspecify;
  requires com.networknt.schema;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;
}
