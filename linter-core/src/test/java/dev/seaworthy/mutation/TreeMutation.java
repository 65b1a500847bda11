package dev.seaworthy.mutation;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Exchanges, takes away and repeats values of a tree, one at a time, as chance has it. */
record TreeMutation(Random chance) {

  private static final List<String> TEXTS = List.of(
      "",
      " ",
      "a",
      "A",
      "-",
      ".",
      "a.b",
      "a/b",
      "a_b",
      "*",
      "0",
      "1",
      "-1",
      "1Gi",
      "100m",
      "1e400",
      "true",
      "null",
      "~",
      "é",
      "\u0000",
      "\u2028",
      "a\nb",
      "%",
      "${X}",
      "{{ x }}",
      "1.2.3.4",
      "::1",
      "2026-01-02T03:04:05Z",
      "5m",
      "[a-z",
      "(a+)+$",
      "self.x",
      "object.spec",
      "YWI=",
      "!!!",
      "apps/v1",
      "v1",
      "Pod",
      "kube-system",
      "x".repeat(300));
  private static final List<String> NUMBERS = List.of(
      "0",
      "1",
      "-1",
      "2147483647",
      "2147483648",
      "-2147483649",
      "9223372036854775807",
      "9223372036854775808",
      "1e3",
      "0.1",
      "-0.0",
      "1e308",
      "65536");

  Node of(Node object) {
    Node mutated = object;
    for (int i = 1 + chance.nextInt(4); i > 0; i--) {
      mutated = changed(mutated);
    }
    return mutated;
  }

  /** Goes down one way and changes what it finds at its end. */
  private Node changed(Node node) {
    if (node instanceof Mapping mapping && mapping.size() > 0) {
      return mapping(mapping);
    }
    return node instanceof Sequence sequence && sequence.size() > 0
        ? sequence(sequence)
        : value(node);
  }

  private Node mapping(Mapping mapping) {
    String key = mapping.entries().get(chance.nextInt(mapping.size())).key();
    Node value = mapping.get(key);
    return switch (chance.nextInt(12)) {
      case 0 -> mapping.without(key);
      case 1 -> mapping.with(key, value(value));
      case 2 -> mapping.with(pick(TEXTS), value);
      case 3 -> mapping.with(key + pick(TEXTS), value);
      default -> mapping.with(key, changed(value));
    };
  }

  private Node sequence(Sequence sequence) {
    List<Node> items = new ArrayList<>(sequence.items());
    int at = chance.nextInt(items.size());
    switch (chance.nextInt(9)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      case 2 -> items.set(at, value(items.get(at)));
      case 3 -> items.add(at, changed(items.get(at)));
      default -> items.set(at, changed(items.get(at)));
    }
    return Sequence.of(items);
  }

  private Node value(Node old) {
    return switch (chance.nextInt(13)) {
      case 0 -> Absent.INSTANCE;
      case 1 -> Scalar.of(chance.nextBoolean());
      case 2, 3 -> number();
      case 4 -> Sequence.of(List.of(old));
      case 5 -> Mapping.EMPTY.with(pick(TEXTS), old);
      case 6 -> Mapping.EMPTY;
      case 7 -> Sequence.EMPTY;
      case 8 -> Scalar.of(old.text() + pick(TEXTS));
      case 9 -> Scalar.of(pick(TEXTS) + old.text());
      default -> Scalar.of(pick(TEXTS));
    };
  }

  private Node number() {
    String number = pick(NUMBERS);
    boolean isWhole = number.chars().allMatch(sign -> sign == '-' || Character.isDigit(sign));
    return new Scalar(isWhole ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT, number, Span.NONE);
  }

  private String pick(List<String> from) {
    return from.get(chance.nextInt(from.size()));
  }
}
