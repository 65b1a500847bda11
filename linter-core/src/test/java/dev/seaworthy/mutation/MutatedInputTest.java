package dev.seaworthy.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import dev.seaworthy.report.ServerAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Inputs made of the corpus by chance are judged whatever they are: no fault of ours, no end that never
 * comes, and nothing said without a place. The number of an input is its seed.
 */
class MutatedInputTest {

  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final String SIGNS = " :{}[],\"'#&*!|>%@`\n\t";
  private static final int BATCH = 500;

  /** Far beyond what a batch takes; what does not end is meant. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final List<Node> BUILT_IN = bases("base");
  private static final List<Node> DEFINITIONS = bases("crd/crds");
  private static final List<Node> POLICIES = bases("policy/policies");
  private static final List<Seaworthy> SEAWORTHY = Stream.of(
          Settings.usual().withResults().withStrictKinds(),
          Settings.usual().withKubernetes("1.31").withPodSecurity("restricted"),
          Settings.usual())
      .map(Seaworthy::of)
      .toList();

  private static List<Node> bases(String folder) {
    return CORPUS.stems(folder, ".yaml").stream()
        .flatMap(name -> CORPUS.manifest(folder + "/" + name + ".yaml").stream())
        .toList();
  }

  /** Definitions and policies are dear, and few. */
  private static Node base(Random chance) {
    int which = chance.nextInt(20);
    List<Node> bases = which == 0 ? DEFINITIONS : which == 1 ? POLICIES : BUILT_IN;
    return bases.get(chance.nextInt(bases.size()));
  }

  @Test
  void aShareOfThem() {
    judge(0, 1_000);
  }

  @Test
  @Tag("long")
  void twoHundredThousand() {
    judge(1_000, 201_000);
  }

  private static void judge(int from, int to) {
    for (int batch = from; batch < to; batch += BATCH) {
      int start = batch;
      assertTimeoutPreemptively(PATIENCE, () -> {
        for (int seed = start; seed < start + BATCH; seed++) {
          judge(seed);
        }
      });
    }
  }

  private static void judge(int seed) throws UnreadableInput {
    Random chance = new Random(seed);
    List<Node> documents = new ArrayList<>();
    for (int i = 1 + chance.nextInt(2); i > 0; i--) {
      Node base = base(chance);
      documents.add(base);
      documents.add(new TreeMutation(chance).of(instanceOf(base, chance)));
    }
    String text = text(documents, chance);
    Seaworthy seaworthy = SEAWORTHY.get(chance.nextInt(SEAWORTHY.size()));
    boolean isUpdate = chance.nextInt(3) == 0;
    List<FileReport> reports = (isUpdate
            ? seaworthy.applyingOver(Input.text("old.yaml", documents.get(0).toJson()))
            : seaworthy)
        .validate(Input.text("new.yaml", text));
    reports.forEach(report -> isSound(report, seed));
  }

  /** Of a definition, an object with the values that its schema names; of others, themselves. */
  private static Node instanceOf(Node base, Random chance) {
    boolean isDefinition = base.get("kind").text().equals("CustomResourceDefinition");
    if (!isDefinition || chance.nextBoolean()) {
      return base;
    }
    Node spec = base.get("spec");
    Node version = spec.get("versions").get(0);
    Node value = new SchemaInstance(chance).of(version.at("schema", "openAPIV3Schema"));
    Mapping object = value instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return object
        .with(
            "apiVersion",
            Scalar.of(spec.get("group").text() + "/" + version.get("name").text()))
        .with("kind", spec.at("names", "kind"))
        .with("metadata", Mapping.EMPTY.with("name", Scalar.of("made")));
  }

  /** Now and then the text itself is damaged, too. */
  private static String text(List<Node> documents, Random chance) {
    StringBuilder text = new StringBuilder();
    documents.forEach(document -> text.append("---\n").append(document.toJson()).append('\n'));
    for (int i = chance.nextInt(4) == 0 ? 1 + chance.nextInt(3) : 0; i > 0; i--) {
      boolean isAny = chance.nextInt(4) == 0;
      char sign =
          isAny ? (char) chance.nextInt(0x3000) : SIGNS.charAt(chance.nextInt(SIGNS.length()));
      text.setCharAt(chance.nextInt(text.length()), sign);
    }
    return text.toString();
  }

  private static void isSound(FileReport report, int seed) {
    String which = "input " + seed;
    Stream.concat(report.diagnostics().stream(), report.notes().stream()).forEach(diagnostic -> {
      assertThat(diagnostic.code())
          .as(which + ": " + words(diagnostic))
          .isNotEqualTo("internal-fault");
      assertThat(diagnostic.message()).as(which).isNotBlank();
    });
    for (ObjectReport object : report.objects()) {
      ServerAnswer answer = object.answer();
      assertThat(answer.accepted() || !answer.reason().isEmpty()).as(which).isTrue();
      Stream.of(answer.causes(), answer.decode(), answer.warnings())
          .flatMap(List::stream)
          .forEach(cause -> assertThat(cause.place().line())
              .as(which + ": " + cause.message())
              .isPositive());
    }
  }

  private static String words(Diagnostic diagnostic) {
    return diagnostic.message() + " " + diagnostic.remedy().orElse("");
  }
}
