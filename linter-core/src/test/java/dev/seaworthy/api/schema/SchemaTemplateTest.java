package dev.seaworthy.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTemplateTest {

  private static final Release RELEASE = new Release(34);

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, pod-v1.json",
    "apps/v1, Deployment, deployment-apps-v1.json",
    "networking.k8s.io/v1, NetworkPolicy, networkpolicy-networking-v1.json"
  })
  void namesFilesAsKubeconformDoes(String apiVersion, String kind, String file) {
    assertThat(SchemaTemplate.fileName(GroupVersionKind.of(apiVersion, kind))).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "schemas, schemas/v1.34.0-standalone-strict/backup-example-v1.json",
    "schemas/, schemas/v1.34.0-standalone-strict/backup-example-v1.json",
    "'x/{{ .Group }}/{{.ResourceKind}}_{{ .ResourceAPIVersion }}.json', x/example.com/backup_v1.json",
    "'{{ .NormalizedKubernetesVersion }}{{ .StrictSuffix }}{{ .KindSuffix }}.json',"
        + " v1.34.0-strict-example-v1.json",
    "https://example.com/one.json, https://example.com/one.json"
  })
  void fillsInTheNamesOfAKind(String template, String location) {
    GroupVersionKind backup = GroupVersionKind.of("example.com/v1", "Backup");

    assertThat(SchemaTemplate.parse(template).locate(backup, RELEASE)).isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({
    "a/b/{{ .Group }}/c.json, a/b/",
    "a/b-{{ .Group }}.json, a/",
    "{{ .Group }}.json, ''",
    "https://example.com/x/y.json, https://example.com/x/"
  })
  void knowsTheFolderThatHoldsItAll(String template, String base) {
    assertThat(SchemaTemplate.parse(template).base()).isEqualTo(base);
  }
}
