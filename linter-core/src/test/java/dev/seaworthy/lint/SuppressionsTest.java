package dev.seaworthy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

  @Test
  void aCommentOnTheLineWithAReasonCounts() {
    assertThat(lint("""
            spec:
              containers:
                - name: web
                  image: nginx # seaworthy:ignore image-tag-mutable -- the demo shows this
                  securityContext: {privileged: true}
            """)).containsExactly("container-privileged@9");
  }

  @Test
  void aCommentAboveTheLineCountsForItAndNoFurther() {
    assertThat(lint("""
            spec:
              containers:
                - name: web
                  # seaworthy:ignore image-tag-mutable -- the demo shows this
                  # It is never deployed.
                  image: nginx
                - name: log
                  image: fluent-bit
            """)).containsExactly("image-tag-mutable@12");
  }

  @Test
  void aCommentAtTheHeadOfAContainerCountsForAllOfIt() {
    assertThat(lint("""
            spec:
              containers:
                # seaworthy:ignore container-privileged, image-tag-mutable -- a tool of the node
                - name: web
                  image: nginx
                  securityContext:
                    privileged: true
                - name: log
                  image: fluent-bit
            """)).containsExactly("image-tag-mutable@13");
  }

  @Test
  void aCommentAboveAnObjectCountsForAllOfIt() {
    assertThat(Lint.brief(Lint.recommended().run("""
            # seaworthy:ignore image-tag-mutable -- the demo shows this
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              namespace: shop
            spec:
              containers:
                - {name: web, image: nginx}
                - {name: log, image: fluent-bit}
            """)))
        .doesNotContain("image-tag-mutable@9", "image-tag-mutable@10");
  }

  @Test
  void aSuppressionOfWhatIsNotThereIsTold() {
    assertThat(lint("""
            spec:
              containers:
                - name: web
                  image: nginx:1.27 # seaworthy:ignore image-tag-mutable -- the demo shows this
            """)).containsExactly("suppression-unused@8");
  }

  @Test
  void anAnnotationThatSuppressesNothingIsTold() {
    assertThat(lint("""
              annotations:
                seaworthy.dev/ignore.image-tag-mutable: the demo shows this
            spec:
              containers:
                - {name: web, image: "nginx:1.27"}
            """)).containsExactly("suppression-unused@6");
  }

  @Test
  void aSuppressionOfARuleThatDoesNotRunIsNotTold() {
    assertThat(lint("""
            spec:
              containers:
                - name: web
                  image: nginx:1.27 # seaworthy:ignore image-registry-not-allowed -- it is ours
            """)).isEmpty();
  }

  @Test
  void anAnnotationCountsForTheObject() {
    assertThat(lint("""
              annotations:
                seaworthy.dev/ignore.image-tag-mutable: the demo shows this
            spec:
              containers:
                - {name: web, image: nginx, securityContext: {privileged: true}}
            """)).containsExactly("container-privileged@9");
  }

  @Test
  void withoutAReasonItDoesNotCountAndIsReported() {
    assertThat(lint("""
            spec:
              containers:
                - name: web
                  image: nginx # seaworthy:ignore image-tag-mutable
            """)).containsExactly("image-tag-mutable@8", "suppression-invalid@8");
  }

  @Test
  void oneThatNamesNoRuleOrUsesAnotherWordIsReported() {
    List<dev.seaworthy.diagnostic.Diagnostic> found = Lint.recommended().run(pod("""
        spec:
          containers:
            # seaworthy:disable image-tag-mutable -- the demo shows this
            # seaworthy:ignore -- the demo shows this
            # seaworthy: a tool that reads comments
            - {name: web, image: nginx}
        """));

    assertThat(found)
        .filteredOn(d -> d.code().equals("suppression-invalid"))
        .extracting(dev.seaworthy.diagnostic.Diagnostic::message)
        .containsExactly(
            "seaworthy:disable means nothing, so nothing is kept quiet",
            "the suppression names no rule");
    assertThat(found).anyMatch(d -> d.code().equals("image-tag-mutable"));
  }

  @Test
  void anUnknownRuleIsReportedAndTheNearestNamed() {
    List<dev.seaworthy.diagnostic.Diagnostic> found = Lint.recommended().run(pod("""
          annotations:
            seaworthy.dev/ignore.image-tag-mutabel: the demo shows this
        spec:
          containers:
            - {name: web, image: "nginx:1.27"}
        """));

    assertThat(found)
        .filteredOn(d -> d.code().equals("suppression-invalid"))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("image-tag-mutable"));
  }

  @Test
  void anAnnotationOfTheTemplateIsReportedAsMisplaced() {
    assertThat(Lint.brief(Lint.recommended().run("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata:
                  annotations:
                    seaworthy.dev/ignore.image-tag-mutable: the demo shows this
                spec:
                  containers:
                    - {name: web, image: "nginx:1.27"}
            """))).contains("suppression-invalid@8");
  }

  private static List<String> lint(String rest) {
    return Lint.brief(Lint.recommended().run(pod(rest))).stream()
        .filter(found -> !found.startsWith("container-cpu")
            && !found.startsWith("container-memory")
            && !found.startsWith("pod-bare"))
        .toList();
  }

  /** A Pod whose fourth line is its name; {@code rest} goes on in its metadata or with its spec. */
  private static String pod(String rest) {
    return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        """ + rest;
  }
}
