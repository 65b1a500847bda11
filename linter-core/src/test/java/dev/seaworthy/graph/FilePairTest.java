package dev.seaworthy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePairTest {

  @ParameterizedTest(name = "{0} with {1}, {2} with {3}, {4} in both")
  @CsvSource({
    "k8s/calico.yaml, 30, k8s/typha.yaml, 31, 29", // editions of an installation
    "k8s/full.yaml, 5, k8s/bare.yaml, 6, 3", // half of the smaller one
    "web-dev.yaml, 1, web-prod.yaml, 1, 1", // called alike at the front
    "old_key.yaml, 2, new_key.yaml, 2, 1", // and at the end
    "everything.yaml, 6, cache.yaml, 3, 3", // a collection
    "everything.yaml, 3, cache.yaml, 1, 1",
    "development.yaml, 1, prod-values.yaml, 1, 1", // called by their stages
    "api/space.json, 1, api/space.yml, 1, 1", // in another format
    "pods01.yaml, 1, pods02.yaml, 1, 1", // in a row
    "controller.yaml, 1, controllerselector.yaml, 1, 1", // one goes on
    "example/redis/plain.yaml, 1, example/redis/tolerations.yaml, 1, 1", // below examples
    "tests/e2e/ui/install.yaml, 1, tests/e2e/ui/tracking.yaml, 1, 1", // step by step
    "operator/examples/smoke.yaml, 1, operator/examples/tls.yaml, 1, 1",
  })
  void areAlternatives(String one, int size, String other, int otherSize, int inBoth) {
    assertThat(new FilePair(one, size, other, otherSize, inBoth).areAlternatives())
        .isTrue();
    assertThat(new FilePair(other, otherSize, one, size, inBoth).areAlternatives())
        .isTrue();
  }

  @ParameterizedTest(name = "{0} with {1}, {2} with {3}, {4} in both")
  @CsvSource({
    "a.yaml, 1, b.yaml, 1, 1", // the same once more, by a slip
    "example/shop/a.yaml, 3, example/shop/b.yaml, 2, 1", // below examples, but more than the same
    "web.yaml, 1, prod.yaml, 1, 1", // only one is called by its stage
    "k8s/full.yaml, 7, k8s/bare.yaml, 8, 3", // less than half
    "web-dev.yaml, 3, web-prod.yaml, 3, 1", // called alike, but different
    "mail.yaml, 3, cache.yaml, 2, 2", // too small for a collection of the other
    "pair.yaml, 2, cache.yaml, 1, 1",
  })
  void areNone(String one, int size, String other, int otherSize, int inBoth) {
    assertThat(new FilePair(one, size, other, otherSize, inBoth).areAlternatives())
        .isFalse();
    assertThat(new FilePair(other, otherSize, one, size, inBoth).areAlternatives())
        .isFalse();
  }
}
