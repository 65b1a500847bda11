package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.report.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON in the form of YAML. */
class YamlTextTest {

  @Test
  void isWrittenAsPeopleWriteManifests() {
    assertThat(YamlText.of("""
        {"kind":"Pod","metadata":{"labels":{"a/b":"c"},"name":"web"},"spec":{"containers":
        [{"name":"web","args":[],"env":[{"name":"A","value":"1"}]},{"image":"web:1"}],
        "text":"a\\nb\\n","on":true,"grace":30}}\
        """)).isEqualTo("""
            kind: Pod
            metadata:
              labels:
                a/b: c
              name: web
            spec:
              containers:
              - name: web
                args: []
                env:
                - name: A
                  value: "1"
              - image: web:1
              text: |
                a
                b
              "on": true
              grace: 30
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "1e3",
        "0x1f",
        "1_000",
        "12:30",
        "2026-01-02",
        "~",
        "null",
        "",
        " a",
        "a ",
        "a: b",
        "a #b",
        "- a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "{a",
        "[a",
        "a\tb",
        "\u0007",
        "a\n b",
        "\na",
        "a\n\n",
        "a \nb",
        "'a'",
        "\"a\"",
        "a\\b",
        "|",
        ">",
        "?",
        ":",
        "-",
        "é",
        "=",
        "<<",
        ".inf",
        "a:b",
        "http://a/b?c",
        "a\u2028b",
        "0b1",
        "1Gi",
        "true"
      })
  void isReadAsTheSameText(String value) {
    String json = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"k\":"
        + tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value) + "}}";

    var read = new ManifestReader()
        .read("a.yaml", YamlText.of(json).getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();

    assertThat(read.at("data", "k").isString()).isTrue();
    assertThat(read.at("data", "k").text()).isEqualTo(value);
  }
}
