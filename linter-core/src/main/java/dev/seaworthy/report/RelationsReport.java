package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * What the objects of an input have to do with each other.
 *
 * @param objects the objects of the input, in the order read
 * @param edges what each does with others, in the order of the objects
 * @param problems what could not be read, so that less is known than there is
 */
public record RelationsReport(List<Node> objects, List<Edge> edges, List<Diagnostic> problems) {

  public RelationsReport {
    objects = List.copyOf(objects);
    edges = List.copyOf(edges);
    problems = List.copyOf(problems);
  }

  /**
   * An object.
   *
   * @param name {@code Service shop/web}
   * @param unit what it is applied with: a folder, as a rule
   * @param place where it stands; empty for what is not in the input
   */
  public record Node(String name, String unit, Optional<Location> place) {}

  /**
   * That one object does something with another.
   *
   * @param verb such as {@code selects}
   * @param remark what is to say of the other one, such as {@code not in the input}; empty if it is
   *     there
   */
  public record Edge(Node from, String verb, Node to, String remark) {}
}
