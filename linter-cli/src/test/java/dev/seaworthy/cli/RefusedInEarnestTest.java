package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a server's dry run takes and the server itself refuses: message, summary and status agree. */
class RefusedInEarnestTest {

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, nodePort: 80}]}
      """;

  @Test
  void isRefusedInTheLastLineToo() {
    Run run = Run.withInput(SERVICE, "validate", "-v", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("error: nodePort is 80, must be in the cluster's range of node ports")
        .contains("; a server's dry run does not notice\n")
        .contains("<stdin>:1: Service web: 422, Invalid; a dry run takes it\n")
        .contains("1 error in 1 of 1 file. Kubernetes 1.37 would answer 422 Invalid.");
  }

  @Test
  void staysWhatADryRunAnsweredInJson() {
    Run run = Run.withInput(SERVICE, "validate", "-o", "json", "-");

    assertThat(run.out())
        .contains("\"accepted\": true, \"code\": 201")
        .contains("\"later\": [{\"reason\": \"FieldValueInvalid\"");
  }
}
