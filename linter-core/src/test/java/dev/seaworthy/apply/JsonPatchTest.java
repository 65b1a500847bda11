package dev.seaworthy.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.JsonNodes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "add     | /a/-    | 9    | {'a':[1,2,9],'b/c':{'d':1}}",
        "add     | /a/0    | 9    | {'a':[9,1,2],'b/c':{'d':1}}",
        "replace | /a/1    | 9    | {'a':[1,9],'b/c':{'d':1}}",
        "remove  | /a/0    | null | {'a':[2],'b/c':{'d':1}}",
        "add     | /b%c/e  | 2.0  | {'a':[1,2],'b/c':{'d':1,'e':2.0}}",
        "test    | /a/1    | 2    | {'a':[1,2],'b/c':{'d':1}}",
        "remove  | /b%c/d  | null | {'a':[1,2],'b/c':{}}",
      })
  void changesOnePlace(String op, String path, String value, String expected) {
    var document = JsonNodes.read("{\"a\":[1,2],\"b/c\":{\"d\":1}}");
    var patch = JsonNodes.read("[{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}]"
        .formatted(op, path.replace("%", "~1"), value));

    assertThat(JsonPatch.applied(document, patch).orElseThrow().toJson())
        .isEqualTo(expected.replace('\'', '"'));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"replace, /c", "remove, /a/2", "add, /a/4", "test, /a/0", "add, /x/y", "turn, /a"})
  void doesNothingIfAnOperationDoesNotFit(String op, String path) {
    var document = JsonNodes.read("{\"a\":[1,2]}");
    var patch = JsonNodes.read("[{\"op\":\"%s\",\"path\":\"%s\",\"value\":9}]".formatted(op, path));

    assertThat(JsonPatch.applied(document, patch)).isEmpty();
  }
}
