package dev.seaworthy.api.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTextTest {

  private static final Map<String, String> LABELS = Map.of("app", "web", "env", "test");

  @ParameterizedTest(name = "{0} finds app=web,env=test: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "app=web | true",
        "app==web | true",
        "app=web,env=prod | false",
        "app | true",
        "!app | false",
        "!tier | true",
        "tier | false",
        "tier!=back | true",
        "app!=web | false",
        "env in (prod,test) | true",
        "env in (prod) | false",
        "env notin (prod) | true",
        "tier notin (back),app=web | true",
        "app=web,app=back | false",
        "env in (test, test) | true",
        "app=web,=back | false",
        "'' | true"
      })
  void selectsAsKubectlDoes(String query, boolean found) {
    assertThat(LabelSelector.parse(query).matches(LABELS)).isEqualTo(found);
  }
}
