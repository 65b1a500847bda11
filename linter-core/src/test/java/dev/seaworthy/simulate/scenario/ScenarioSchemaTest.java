package dev.seaworthy.simulate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.simulate.scenario.language.WrittenNames;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import dev.seaworthy.validate.schema.JsonSchemaValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schema that editors use and the reader say the same. */
class ScenarioSchemaTest {

  private static final JsonNode SCHEMA = ScenarioSchema.schema();
  private static final JsonNode VERBS = SCHEMA.at("/properties/steps/items/properties");
  private static final String NO_FIELD = "zzqqxxvvkk";

  @Test
  void theSchemaHasTheVerbsThatTheReaderHas() {
    assertThat(VERBS.propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Verbs.all().stream().flatMap(verb -> verb.names().stream()).toList());
  }

  @TestFactory
  Stream<DynamicTest> aVerbHasTheFieldsThatTheReaderKnows() {
    return Verbs.all().stream()
        .flatMap(verb -> verb.names().stream())
        .map(verb -> DynamicTest.dynamicTest(
            verb,
            () -> assertThat(fieldsOf(VERBS.get(verb)))
                .isEqualTo(known("steps: [{" + verb + ": {" + NO_FIELD + ": 1}}]"))));
  }

  @TestFactory
  Stream<DynamicTest> otherMapsHaveTheFieldsThatTheReaderKnows() {
    return Stream.of(
            new String[] {"", NO_FIELD + ": 1"},
            new String[] {"/properties/cluster", "cluster: {" + NO_FIELD + ": 1}"},
            new String[] {"/definitions/node", "cluster: {nodes: [{" + NO_FIELD + ": 1}]}"},
            new String[] {"/definitions/image", "images: {a: {" + NO_FIELD + ": 1}}"},
            new String[] {
              "/definitions/image/properties/exits", "images: {a: {exits: {" + NO_FIELD + ": 1}}}"
            },
            new String[] {"/definitions/pods", "steps: [{ready: {" + NO_FIELD + ": 1}}]"},
            new String[] {
              "/properties/steps/items/properties/expect/properties/event",
              "steps: [{expect: {event: {" + NO_FIELD + ": 1}}}]"
            })
        .map(each -> DynamicTest.dynamicTest(
            "at " + each[0],
            () -> assertThat(fieldsOf(SCHEMA.at(each[0]))).isEqualTo(known(each[1]))));
  }

  /** The fields of a map, looked for behind references and among forms that it can have. */
  private static Set<String> fieldsOf(JsonNode schema) {
    if (schema.has("properties")) {
      return new TreeSet<>(schema.get("properties").propertyNames());
    }
    for (String each : new String[] {"allOf", "anyOf"}) {
      for (JsonNode form : schema.path(each)) {
        Set<String> fields = fieldsOf(form);
        if (!fields.isEmpty()) {
          return fields;
        }
      }
    }
    return schema.has("$ref")
        ? fieldsOf(SCHEMA.at(schema.get("$ref").asString().substring(1)))
        : Set.of();
  }

  /** The fields that the reader names when it meets one that it does not know. */
  private static Set<String> known(String scenario) {
    return read(scenario).problems().stream()
        .map(problem -> problem.message())
        .filter(message -> message.startsWith("'" + NO_FIELD + "'"))
        .map(message -> message.replaceFirst(".*known are ", "").replaceFirst(".*nothing is", ""))
        .flatMap(names -> Arrays.stream(names.split(", ")))
        .filter(name -> !name.isEmpty())
        .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> theExampleOfAVerbIsOne() {
    return Verbs.all().stream()
        .map(Verb::names)
        .map(names -> DynamicTest.dynamicTest(names.get(0), () -> {
          String example = Verbs.all().stream()
              .filter(verb -> verb.names().equals(names))
              .map(Verb::example)
              .findFirst()
              .orElseThrow();
          assertThat(accepts("steps: [{" + names.get(0) + ": " + example + "}]"))
              .isTrue();
        }));
  }

  @TestFactory
  Stream<DynamicTest> everyStoryOfTheCorpusIsOne() {
    Corpus corpus = new Corpus(Corpus.OF_THIS_MODULE);
    return corpus.stories("scenarios").stream()
        .map(story -> DynamicTest.dynamicTest(
            story.getFileName().toString(),
            () -> assertThat(accepts(Files.readString(story.resolve(ScenarioPlayer.FILE))))
                .isTrue()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "steps: []",
        "steps: {}",
        "{}",
        "[]",
        "name: a",
        "{name: a, purpose: b, area: c, namespace: d, steps: []}",
        "{nmae: a, steps: []}",
        "{cluster: {}, steps: []}",
        "{cluster: {timings: quick, nodes: []}, steps: []}",
        "{cluster: {timings: slow}, steps: []}",
        "{cluster: {nodes: 3}, steps: []}",
        "{cluster: {nodes: [{name: n, count: 3, cpu: 4, memory: 8Gi, labels: {a: b}}]}, steps: []}",
        "{cluster: {nodes: [{count: 3}]}, steps: []}",
        "{cluster: {nodes: [{name: n, count: -1}]}, steps: []}",
        "{images: {'a:1': {pull: fails}}, steps: []}",
        "{images: {'a:1': {pull: works}}, steps: []}",
        "{images: {'a:1': {readyAfter: 3s, stopTakes: 1m30s}}, steps: []}",
        "{images: {'a:1': {readyAfter: soon}}, steps: []}",
        "{images: {'a:1': {exits: {after: 1s, code: 3, index: 1, beforeReady: true}}}, steps: []}",
        "{images: {'a:1': {exits: {code: many}}}, steps: []}",
        "{images: {'a:1': fails}, steps: []}",
        "steps: [{advance: 3s}]",
        "steps: [{advance: 3}]",
        "steps: [{advance: 3s, settle: {}}]",
        "steps: [advance]",
        "steps: [{aply: a.yaml}]",
        "steps: [{apply: a.yaml}]",
        "steps: [{apply: [a.yaml, b.yaml]}]",
        "steps: [{apply: []}]",
        "steps: [{apply: {file: a.yaml}}]",
        "steps: [{atSecond: 30}]",
        "steps: [{atSecond: 60}]",
        "steps: [{atSecond: noon}]",
        "steps: [{cordon: n1}]",
        "steps: [{cordon: {node: n1}}]",
        "steps: [{cordon: {}}]",
        "steps: [{cordon: [n1]}]",
        "steps: [{settle: {}}]",
        "steps: [{settle: }]",
        "steps: [{settle: 3s}]",
        "steps: [{snapshot: {}}, {deleteNamespace: {}}]",
        "steps: [{snapshot: {quiet: 1s}}]",
        "steps: [{delete: Deployment/web}]",
        "steps: [{delete: {target: Deployment/web, cascade: orphan}}]",
        "steps: [{delete: {target: Deployment/web, cascade: forground}}]",
        "steps: [{delete: web}]",
        "steps: [{deletePod: {of: Deployment/web, pick: [1, 2], gracePeriodSeconds: 0}}]",
        "steps: [{deletePod: {of: web}}]",
        "steps: [{deletePod: {pick: 0}}]",
        "steps: [{deletePod: {gracePeriodSeconds: -1}}]",
        "steps: [{deletePod: web}]",
        "steps: [{drain: n1}, {drain: {node: n1, force: true, timeout: 1m}}]",
        "steps: [{drain: {node: n1, force: maybe}}]",
        "steps: [{failNode: [n1, n2]}, {recoverNode: n1}]",
        "steps: [{find: {selector: a=b}}]",
        "steps: [{label: {target: Pod/a, labels: {a: b, c: null}}}]",
        "steps: [{label: {target: Pod/a}}]",
        "steps: [{patch: {target: Pod/a, patch: {}, type: json}}]",
        "steps: [{patch: {target: Pod/a, patch: {}, type: yaml}}]",
        "steps: [{patch: {target: Pod/a}}]",
        "steps: [{rolloutUndo: {target: Deployment/a, toRevision: 2}}]",
        "steps: [{rolloutUndo: {target: Deployment/a, toRevision: last}}]",
        "steps: [{scale: {target: Deployment/a, replicas: 3}}]",
        "steps: [{scale: {target: Deployment/a}}]",
        "steps: [{scale: {target: Deployment/a, replicas: some}}]",
        "steps: [{scaleOwned: {of: Deployment/a, kind: ReplicaSet, replicas: 1}}]",
        "steps: [{scaleOwned: {kind: ReplicaSet, replicas: 1}}]",
        "steps: [{setImage: {target: Deployment/a}}]",
        "steps: [{setPodCondition: {name: a, type: b, status: 'True'}}]",
        "steps: [{taint: {node: n1, add: ['a=b:NoSchedule']}}]",
        "steps: [{taint: {add: a}}]",
        "steps: [{expect: {}}]",
        "steps: [{expect: {target: Deployment/a, ready: 3, available: at least 2, within: 1m}}]",
        "steps: [{expect: {target: Deployment/a, ready: '>=3'}}]",
        "steps: [{expect: {target: Deployment/a, neverFewerAvailable: few}}]",
        "steps: [{expect: {target: Deployment/a, exists: false}}]",
        "steps: [{expect: {target: Deployment/a, exists: perhaps}}]",
        "steps: [{expect: {target: Deployment/a, condition: Available}}]",
        "steps: [{expect: {pods: {of: Job/a}, count: 2 to 4, status: [Running, Completed]}}]",
        "steps: [{expect: {pods: {of: Job/a}, perNode: {n1: 2}, mostPerNode: 2, notOn: n3}}]",
        "steps: [{expect: {pods: {of: Job/a}, on: []}}]",
        "steps: [{expect: {event: {reason: A, times: at most 3}}}]",
        "steps: [{expect: {event: {kind: Pod}}}]",
        "steps: [{expect: {refused: 422}}]",
        "steps: [{expect: {refused: [a]}}]",
      })
  void whatOneTakesTheOtherTakes(String text) {
    assertThat(accepts(text)).isEqualTo(read(text).problems().isEmpty());
  }

  private static boolean accepts(String text) {
    try {
      return validator().judge(root(text)).isEmpty();
    } catch (Exception unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static JsonSchemaValidator validator() {
    try {
      return JsonSchemaValidator.of("https://seaworthy.dev/scenario.json", SCHEMA);
    } catch (Exception unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static ScenarioFile read(String text) {
    return ScenarioFile.of("a.yaml", reading(text), Verbs.all());
  }

  private static Reading reading(String text) {
    return new ManifestReader().readValues("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Node root(String text) {
    Reading reading = reading(text);
    return WrittenNames.restored(reading.documents().get(0).root(), reading.source());
  }
}
