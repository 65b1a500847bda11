package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in an option of a dry-run is said, with what was perhaps meant; nothing is played then. */
class DryRunOptionsTest {

  private static final String POD = "../examples/pod";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--fail-node nod-2 | there is no node 'nod-2'; did you mean node-2?",
        "--drain node-9 | there is no node 'node-9'; there are node-1, node-2, node-3",
        "--crash pod/wbe | there is no object 'Pod/wbe'; did you mean Pod/web?",
        "--crash web | 'web' is no KIND/NAME, such as deploy/web or pod/web-0",
        "--get nodee | there is no kind 'nodee'; did you mean node?",
        "--describe deplyment/web | there is no kind 'deplyment'; did you mean deployment?",
        "--image nginx | --image nginx: say how it behaves, as --image nginx=pull-fails",
        "--image =crashes | --image =crashes: the image's name is missing before the equals sign",
        "--until tomorrow | --until 'tomorrow' is neither 'settled' nor a time such as 5m, of 7"
            + " days at most",
        "--nodes many | --nodes 'many' is neither a number nor a file",
        "--nodes -1 | --nodes '-1' is no whole number from 0 to 10000",
      })
  void aSlipIsSaid(String option, String message) {
    String[] words = option.split(" ");

    Run run = Run.of("dry-run", words[0] + "=" + words[1], POD);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();

    assertThat(run.err()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-A", "--all-namespaces"})
  void allNamespacesAreWhatIsShownAnyway(String option) {
    Run plain = Run.of("dry-run", "--get", "pods", POD);

    Run all = Run.of("dry-run", "--get", "pods", option, POD);

    assertThat(all.out()).isEqualTo(plain.out()).contains("NOMINATED NODE");
    assertThat(all.status()).isEqualTo(plain.status());
    assertThat(Run.of("dry-run", option, "-n", "default", POD).err())
        .contains("--all-namespaces and --namespace contradict each other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"!!=", "a in (", "a in b", "a=b=c", "app=web,=", "a b", "a@b", "!@@", "*=b"})
  void aSelectorThatCannotBeReadIsSaid(String selector) {
    Run run = Run.of("dry-run", "-l", selector, POD);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("-l '" + selector + "'", "is no condition on a label; conditions are such as");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "app=web", "a==b,!c", "d, e != f", "g in (h,i),j notin ()"})
  void aSelectorOfAKnownFormIsTaken(String selector) {
    assertThat(Run.of("dry-run", "-l", selector, POD).err()).isEmpty();
  }

  @Test
  void whatIsNotThereInTheEndIsAProblem() {
    Run run = Run.of("dry-run", "--describe=pod/wbe", POD);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("there is no pod 'wbe' at the end; did you mean web?");
  }

  @Test
  void aNamespaceInWhichNothingIsIsAProblem() {
    Run run = Run.of("dry-run", "--namespace=defualt", POD);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("there is no namespace 'defualt' at the end; did you mean default?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--force | --force says how a node is drained: name the node by --drain NODE",
        "--delete-emptydir-data | --delete-emptydir-data says how a node is drained",
        "--timings=quick | --timings is for a story: name one by --scenario FILE",
      })
  void anOptionWithoutWhatItIsForIsSaid(String option, String message) {
    Run run = Run.of("dry-run", option, POD);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
  }

  @Test
  void daysAreTaken() {
    assertThat(Run.of("dry-run", "--until=7d", POD).err()).isEmpty();
    assertThat(Run.of("dry-run", "--until=8d", POD).err()).contains("of 7 days at most");
  }

  @Test
  void helpOfACommandThatIsNoneIsRefused() {
    Run run = Run.of("help", "lnit");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("there is no command 'lnit'; did you mean lint?");
  }

  @Test
  void aScenarioSaysItselfWhatFails() {
    Run run =
        Run.of("dry-run", "--scenario=../examples/scenarios/node-failure", "--fail-node=node-1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("the scenario says what its cluster is and what happens to it");
  }
}
