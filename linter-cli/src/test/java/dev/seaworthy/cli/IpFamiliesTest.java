package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --ip-families} and {@code ipFamilies} of the configuration: what the cluster has. */
class IpFamiliesTest {

  private static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ipFamilyPolicy: RequireDualStack, selector: {app: web}, ports: [{port: 80}]}
      """;

  @TempDir
  Path folder;

  private String file;

  @BeforeEach
  void givenAServiceForBothFamilies() throws IOException {
    file = Files.writeString(folder.resolve("web.yaml"), SERVICE).toString();
  }

  @Test
  void whereNobodySaysValidateRefusesLintRemarksAndBothSayWhatToSay() {
    Run validated = Run.of("validate", file);
    Run linted = Run.of("lint", file);

    assertThat(validated.status()).isEqualTo(1);
    assertThat(validated.out()).contains("asks for two families", "--ip-families IPv4,IPv6");
    assertThat(linted.status()).isZero();
    assertThat(linted.out())
        .contains("info: a cluster without IPv6 refuses this", "--ip-families IPv4,IPv6");
  }

  @ParameterizedTest
  @CsvSource({
    "validate, IPv4, 1",
    "lint, IPv4, 1",
    "validate, 'IPv4,IPv6', 0",
    "lint, 'ipv6,ipv4', 0",
    "dry-run, 'IPv4,IPv6', 0"
  })
  void whatIsSaidHolds(String command, String families, int status) {
    assertThat(Run.of(command, "--ip-families", families, file).status()).isEqualTo(status);
  }

  @Test
  void theConfigurationSaysItForAll() throws IOException {
    Files.writeString(folder.resolve(".seaworthy.yaml"), "ipFamilies: [IPv4, IPv6]\n");

    for (String command : new String[] {"validate", "lint", "dry-run"}) {
      Run run = Run.of(command, file);
      assertThat(run.status()).isZero();
      assertThat(run.out()).doesNotContain("two families");
    }
  }

  @ParameterizedTest
  @CsvSource({"IPv5, no address family", "IPv, did you mean IPv", "'IPv4,IPv4', not once each"})
  void whatIsNoFamilyIsTold(String families, String told) {
    Run run = Run.of("validate", "--ip-families", families, file);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(told);
  }
}
