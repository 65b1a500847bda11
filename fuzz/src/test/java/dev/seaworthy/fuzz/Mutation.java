package dev.seaworthy.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Exchanges one value of a tree, as the fuzzer's data says; a few times over. */
record Mutation(FuzzedDataProvider data) {

  private static final int MOST_CHANGES = 4;

  Node of(Node object) {
    Node mutated = object;
    for (int i = data.consumeInt(1, MOST_CHANGES); i > 0; i--) {
      mutated = changed(mutated);
    }
    return mutated;
  }

  /** Goes down a random way and changes what it finds at its end. */
  private Node changed(Node node) {
    if (node instanceof Mapping mapping && mapping.size() > 0) {
      return changedMapping(mapping);
    }
    if (node instanceof Sequence sequence && sequence.size() > 0) {
      return changedSequence(sequence);
    }
    return value(node);
  }

  private Node changedMapping(Mapping mapping) {
    String key = mapping.entries().get(data.consumeInt(0, mapping.size() - 1)).key();
    return switch (data.consumeInt(0, 9)) {
      case 0 -> mapping.without(key);
      case 1 -> mapping.with(key, value(mapping.get(key)));
      case 2 -> mapping.with(data.consumeString(12), mapping.get(key));
      default -> mapping.with(key, changed(mapping.get(key)));
    };
  }

  private Node changedSequence(Sequence sequence) {
    List<Node> items = new ArrayList<>(sequence.items());
    int at = data.consumeInt(0, items.size() - 1);
    switch (data.consumeInt(0, 7)) {
      case 0 -> items.remove(at);
      case 1 -> items.add(items.get(at));
      case 2 -> items.set(at, value(items.get(at)));
      default -> items.set(at, changed(items.get(at)));
    }
    return Sequence.of(items);
  }

  private Node value(Node old) {
    return switch (data.consumeInt(0, 9)) {
      case 0 -> Absent.INSTANCE;
      case 1 -> Scalar.of(data.consumeBoolean());
      case 2 -> Scalar.of(data.consumeLong());
      case 3 -> Sequence.of(List.of(old));
      case 4 -> Mapping.EMPTY.with(data.consumeString(8), old);
      case 5 -> Mapping.EMPTY;
      case 6 -> Sequence.of(List.of());
      case 7 -> Scalar.of(old.text() + data.consumeString(4));
      default -> Scalar.of(data.consumeString(24));
    };
  }
}
