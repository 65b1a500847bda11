package dev.seaworthy.cel.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seaworthy.cel.CelEnvironment;
import dev.seaworthy.cel.CelExpressionCompiler;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.PlainValues;
import dev.seaworthy.cel.ValueType;
import dev.seaworthy.cel.library.ImageFunctions;
import dev.seaworthy.cel.library.QuantityFunctions;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each expression gives what the library gives, or fails where that fails. */
class CompactExpressionsTest {

  private static final List<CelFunction> FUNCTIONS = functions();
  private static final CelEnvironment LIBRARY =
      new CelEnvironment(Map.of("self", ValueType.DYN, "text", ValueType.STRING), FUNCTIONS);
  private static final Node POD = read("""
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {app: web, tier: "1"}, annotations: null}
      spec:
        replicas: 3
        ratio: 0.5
        whole: 2.0
        large: 1e20
        empty: ""
        none: []
        bare: {}
        hostNetwork: true
        items: [1, 2.0, a, null, true]
        containers:
          - {name: a, image: "nginx:1.27", ports: [{containerPort: 80, name: http}]}
          - {name: b, image: nginx, resources: {limits: {cpu: 500m, memory: 1Gi}}}
      """);

  private static final CelProgram.Variables VARIABLES =
      name -> name.equals("self") ? PlainValues.of(POD) : "steamer";

  private static List<CelFunction> functions() {
    List<CelFunction> functions = new ArrayList<>(ImageFunctions.all());
    functions.addAll(QuantityFunctions.all());
    return functions;
  }

  private static Node read(String text) {
    return new ManifestReader()
        .read("pod.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "self.kind",
        "self.metadata.name + '-' + text",
        "self.spec.replicas",
        "self.spec.missing",
        "self.kind.name",
        "has(self.metadata.labels)",
        "has(self.metadata.annotations)",
        "has(self.metadata.missing.more)",
        "has(self.kind.name)",
        "self.?spec.?replicas.orValue(1)",
        "self.?spec.?missing.?more.orValue(7)",
        "self.?spec.?kind.?name.hasValue()",
        "self.?kind.?name.hasValue()",
        "self.?kind.name.hasValue()",
        "has(self.?kind.name)",
        "self.kind.?name.hasValue()",
        "self.spec.items.?name.hasValue()",
        "self.?spec.replicas.orValue(1)",
        "self.?missing.replicas.orValue(1)",
        "has(self.?spec.replicas)",
        "has(self.?missing.replicas)",
        "self.?missing.orValue(self.other)",
        "self.?spec.orValue(self.other).replicas",
        "self.?missing.or(self.?kind).value()",
        "self.?missing.value()",
        "self.?kind.or(self.?missing.missing).value()",
        "self.?kind.optMap(kind, kind + '!').orValue('')",
        "self.?missing.optMap(kind, kind + '!').orValue('none')",
        "self.?kind.optFlatMap(kind, optional.of(size(kind))).orValue(0)",
        "optional.of(1).hasValue() && !optional.none().hasValue()",
        "optional.ofNonZeroValue('').hasValue()",
        "optional.ofNonZeroValue(self.spec.bare).hasValue()",
        "optional.ofNonZeroValue(self.spec.replicas).value()",
        "self.?spec == optional.none()",
        "self.metadata.labels['app']",
        "self.metadata.labels['missing']",
        "self.metadata.labels[?'missing'].orValue('')",
        "self.spec.containers[0].name",
        "self.spec.containers[1.0].name",
        "self.spec.containers[2].name",
        "self.spec.containers[-1].name",
        "self.spec.containers[?5].hasValue()",
        "self.?spec.containers[0].name.orValue('')",
        "self.spec['replicas'][0]",
        "1 + 2 * 3 - 4 / 2 % 3",
        "-self.spec.replicas",
        "-self.spec.ratio",
        "-self.kind",
        "self.spec.replicas + 1",
        "self.spec.replicas + 1.0",
        "self.spec.ratio + 1.0",
        "self.spec.ratio * 2.0 - 1.0 / 4.0",
        "9223372036854775807 + self.spec.replicas",
        "9223372036854775807 * self.spec.replicas",
        "(-9223372036854775807 - 1) / (self.spec.replicas - 4)",
        "1 / (self.spec.replicas - 3)",
        "1 % (self.spec.replicas - 3)",
        "1.0 / (self.spec.ratio - 0.5)",
        "self.kind + 1",
        "self.spec.none + [1]",
        "self.spec.replicas == 3",
        "self.spec.replicas == 3.0",
        "self.spec.whole == 2",
        "self.spec.large == 1e20",
        "self.spec.large > 9223372036854775807",
        "self.spec.replicas < 3.5",
        "self.spec.ratio >= self.spec.replicas",
        "self.spec.replicas == '3'",
        "self.spec.replicas != '3'",
        "self.spec.replicas > '3'",
        "self.kind < 'Q' && 'a' <= 'a' && 'b' > 'a' && 'b' >= 'c'",
        "false < true",
        "self.kind > true",
        "self.spec.items == [1, 2, 'a', null, true]",
        "self.metadata.labels == {'app': 'web', 'tier': '1'}",
        "self.metadata.labels == {'app': 'web'}",
        "self.spec.items[3] == null",
        "self.kind == null",
        "self.kind in ['Pod', 'Job']",
        "self.spec.replicas in [1.0, 3.0]",
        "3 in self.spec.items",
        "2 in self.spec.items",
        "null in self.spec.items",
        "'app' in self.metadata.labels",
        "'app' in self.kind",
        "self.spec.hostNetwork || self.missing",
        "self.missing || self.spec.hostNetwork",
        "!self.spec.hostNetwork && self.missing",
        "self.missing && !self.spec.hostNetwork",
        "self.missing || !self.spec.hostNetwork",
        "self.missing && self.spec.hostNetwork",
        "self.kind || self.spec.hostNetwork",
        "self.kind && self.spec.hostNetwork",
        "self.kind || self.spec.empty",
        "!self.kind",
        "self.spec.hostNetwork ? 1 : self.missing",
        "self.kind ? 1 : 2",
        "size(self.kind) + size(self.spec.items) + size(self.metadata)",
        "self.spec.none.size() == 0",
        "size('a🚢b')",
        "size(self.spec.replicas)",
        "self.kind.startsWith('Po') && self.kind.endsWith('od') && self.kind.contains('o')",
        "self.spec.replicas.startsWith('3')",
        "self.kind.matches('^P.d$') && !self.kind.matches('^o') && self.kind.matches('o')",
        "self.kind.matches('(')",
        "['^P', 'x', '^P', 'd$'].map(pattern, self.kind.matches(pattern))",
        "self.kind.matches(self.metadata.name) || self.spec.replicas.matches('3')",
        "text.charAt(0) + text.charAt(1) + text.charAt(7)",
        "text.charAt(9)",
        "text.indexOf('e')",
        "text.indexOf('')",
        "text.lastIndexOf('e')",
        "text.lastIndexOf('')",
        "text.lastIndexOf('zz')",
        "'a🚢b'.indexOf('b') + 'a🚢b'.lastIndexOf('b')",
        "text.substring(2)",
        "text.substring(1, 3)",
        "text.substring(7)",
        "text.substring(8)",
        "text.substring(3, 1)",
        "text.substring(-1)",
        "'a🚢b'.substring(1, 2)",
        "text.replace('e', 'E')",
        "text.replace('e', 'E', 1)",
        "text.replace('e', 'E', 0)",
        "text.replace('e', 'E', -1)",
        "text.replace('', '-')",
        "text.split('e')",
        "text.split('')",
        "text.split('e', 2)",
        "text.split('e', 1)",
        "text.split('e', 0)",
        "text.split('e', -1)",
        "''.split(',')",
        "''.split('')",
        "'a,b,,c,'.split(',')",
        "['a', 'b'].join()",
        "['a', 'b'].join(', ')",
        "'  a b\\t\\n'.trim()",
        "'ÄaZ'.lowerAscii() + 'äaZ'.upperAscii()",
        "string(self.spec.replicas) + string(self.spec.ratio) + string(true) + string('a')",
        "string(self.spec.whole)",
        "string(self.spec.large)",
        "string(self.spec.items)",
        "string(self.metadata)",
        "int('12') + int(2.9) + int(-2.9) + int(3)",
        "int(self.spec.large)",
        "int('a')",
        "int(self.spec.items)",
        "double('1.5') + double(2) + double(0.5)",
        "double('a')",
        "bool('true') && !bool('false') && bool(true)",
        "bool('yes')",
        "type(self.kind) == string && type(self.spec.replicas) != string",
        "type(self.spec.items) == list && type(self.spec.items) != map",
        "type(self.spec.ratio) == double && type(self.spec.replicas) == int",
        "type(self.spec.hostNetwork) == bool && type(self.spec.items[3]) == null_type",
        "type(self.kind) == type(self.spec.empty)",
        "dyn(self.kind) == 'Pod'",
        "self.spec.containers.all(c, has(c.name))",
        "self.spec.containers.all(c, has(c.resources))",
        "self.spec.containers.all(c, c.resources.limits.cpu == '1')",
        "self.spec.containers.exists(c, c.name == 'b')",
        "self.spec.containers.exists(c, c.resources.limits.cpu == '500m')",
        "self.spec.containers.exists(c, c.resources.limits.cpu == '1')",
        "self.spec.containers.exists_one(c, c.image == 'nginx')",
        "self.spec.containers.exists_one(c, has(c.name))",
        "self.spec.containers.exists_one(c, c.resources.limits.cpu == '500m')",
        "self.spec.containers.map(c, c.name)",
        "self.spec.containers.map(c, 'x')",
        "self.spec.containers.map(c, has(c.ports), c.image)",
        "self.spec.containers.map(c, c.ports)",
        "self.spec.containers.filter(c, has(c.ports)).map(c, c.name)",
        "self.spec.containers.filter(c, c.ports.size() > 0)",
        "self.spec.containers.map(c, c.?ports.orValue([]).map(p, p.containerPort))",
        "self.spec.containers.exists(c, c.?ports.orValue([]).exists(p, p.name == 'http' && c.name == 'a'))",
        "self.spec.containers.all(self, has(self.name)) && self.kind == 'Pod'",
        "self.metadata.labels.all(key, key.size() > 2)",
        "self.metadata.labels.exists(key, self.metadata.labels[key] == '1')",
        "self.metadata.labels.map(key, key)",
        "self.kind.all(letter, true)",
        "[1, 2, 3].filter(n, n > 1).map(n, n * 2)",
        "[[1], [2, 3]].map(l, l.map(n, n + l.size()))",
        "{'a': 1, 'b': [2]}['b'][0]",
        "{'a': 1}.a",
        "{'a': 1, 'a': 2}.a",
        "{1: 'a', true: 'b'}[1]",
        "[1, 2] + [3] == [1, 2, 3]",
        "quantity(self.spec.containers[1].resources.limits.cpu).isLessThan(quantity('1'))",
        "quantity(self.spec.replicas).compareTo(quantity('3'))",
        "quantity(self.kind).sign()",
        "isQuantity(self.kind) || isQuantity('1Gi')",
        "self.spec.containers.filter(c, image(c.image).tag() == '').map(c, image(c.image).fullName())",
        "image(self.spec.replicas).tag()",
        "text",
        "true",
        "null",
        "1.5",
        "['a', text]",
      })
  void givesWhatTheLibraryGives(String expression) throws Exception {
    byte[] checked = new CelExpressionCompiler(LIBRARY).compile(expression, ValueType.DYN);
    Optional<byte[]> compact = new Translator(FUNCTIONS).translate(checked);

    assertThat(compact).as("is covered").isPresent();
    CelProgram program = new CompactExpressions(FUNCTIONS).load(compact.orElseThrow());
    String expected = outcome(LIBRARY.load(checked));
    assertThat(outcome(program)).isEqualTo(expected);
    for (String known : List.of("self", "text", "self text")) {
      CelProgram settled =
          program.knowing(name -> known.contains(name) ? VARIABLES.find(name) : null);
      assertThat(outcome(settled)).as("knowing %s", known).isEqualTo(expected);
      assertThat(outcome(settled)).as("asked again").isEqualTo(expected);
    }
  }

  private static String outcome(CelProgram program) {
    try {
      return describe(program.evaluate(VARIABLES));
    } catch (CelProgram.Failure failure) {
      return "fails";
    }
  }

  /** Values of both sides have types of their own; lists, maps and scalars look alike as text. */
  private static String describe(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(CompactExpressionsTest::describe).toList().toString();
    }
    boolean isNull = value.toString().equals("NULL_VALUE") || value == PlainValues.Null.NULL;
    return isNull ? "null" : value.getClass().getSimpleName() + " " + value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"1u", "b'a'", "duration('1s')", "[?self.?kind]", "{?'a': self.?kind}"})
  void leavesToTheLibraryWhatNoRuleNeeds(String expression) throws Exception {
    byte[] checked = new CelExpressionCompiler(LIBRARY).compile(expression, ValueType.DYN);

    assertThat(new Translator(FUNCTIONS).translate(checked)).isEmpty();
  }

  @Test
  void takesAsManyStepsForAListAsItHasItems() throws Exception {
    List<Long> numbers = new ArrayList<>();
    for (long n = 0; n < 200_000; n++) {
      numbers.add(n);
    }
    byte[] checked =
        new CelExpressionCompiler(LIBRARY).compile("self.map(n, n + 1).size()", ValueType.DYN);
    byte[] compact = new Translator(FUNCTIONS).translate(checked).orElseThrow();

    Object size = new CompactExpressions(FUNCTIONS).load(compact).evaluate(name -> numbers);

    assertThat(size).isEqualTo(200_000L);
  }

  @Test
  void givesUpWhereItWouldTakeTooLong() throws Exception {
    List<Long> numbers = new ArrayList<>();
    for (long n = 0; n < 2_000; n++) {
      numbers.add(n);
    }
    byte[] checked = new CelExpressionCompiler(LIBRARY)
        .compile("self.all(a, self.all(b, a + b >= 0))", ValueType.DYN);
    byte[] compact = new Translator(FUNCTIONS).translate(checked).orElseThrow();
    CelProgram program = new CompactExpressions(FUNCTIONS).load(compact);

    assertThatExceptionOfType(CelProgram.Failure.class)
        .isThrownBy(() -> program.evaluate(name -> numbers))
        .withMessageContaining("too many steps");
  }
}
