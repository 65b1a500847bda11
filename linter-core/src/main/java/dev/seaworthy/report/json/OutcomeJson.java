package dev.seaworthy.report.json;

import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.simulate.explore.Exploration;
import dev.seaworthy.simulate.outcome.NodeState;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import dev.seaworthy.simulate.outcome.ServiceState;
import dev.seaworthy.simulate.outcome.Timeline;
import dev.seaworthy.simulate.outcome.WorkloadState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What came of objects in a cluster as JSON: names and addresses as they are there. */
public final class OutcomeJson {

  private OutcomeJson() {}

  /**
   * The fields of the output, by name.
   *
   * @param release the one that was played
   * @param conclusion what it comes to, a sentence each
   */
  public static Map<String, String> details(
      String release, List<String> conclusion, Outcome outcome) {
    Map<String, String> details = new LinkedHashMap<>();
    put(details, "kubernetes", json -> json.value(release));
    put(details, "conclusion", json -> {
      json.beginArray();
      conclusion.forEach(json::value);
      json.endArray();
    });
    put(details, "states", json -> {
      json.beginObject();
      list(json.name("pods"), outcome.pods(), OutcomeJson::pod);
      list(json.name("workloads"), outcome.workloads(), OutcomeJson::workload);
      list(json.name("services"), outcome.services(), OutcomeJson::service);
      list(json.name("nodes"), outcome.nodes(), OutcomeJson::node);
      json.endObject();
    });
    details.putAll(reach(outcome));
    put(details, "timeline", json -> timeline(json, outcome.timeline()));
    return details;
  }

  /** The field {@code reach}, if anybody was to be reached. */
  public static Map<String, String> reach(Outcome outcome) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!outcome.reached().isEmpty()) {
      put(details, "reach", json -> list(json, outcome.reached(), ReachJson::write));
    }
    return details;
  }

  /** What exploring found. */
  public static String of(Exploration exploration) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = JsonWriter.spaced(text);
    json.beginObject()
        .field("seeds", exploration.seeds())
        .field("wanted", exploration.wanted())
        .field("worst", exploration.worst())
        .name("findings")
        .beginArray();
    exploration.findings().forEach(json::value);
    json.endArray().endObject();
    return text.toString();
  }

  private static void put(Map<String, String> details, String name, Consumer<JsonWriter> write) {
    StringBuilder text = new StringBuilder();
    write.accept(JsonWriter.spaced(text));
    details.put(name, text.toString());
  }

  /** A line an item. */
  private static <T> void list(JsonWriter json, List<T> items, BiConsumer<JsonWriter, T> write) {
    json.beginArray();
    items.forEach(item -> write.accept(json.newLine(), item));
    json.endArray();
  }

  private static void pod(JsonWriter json, PodState pod) {
    json.beginObject().field("namespace", pod.namespace()).field("name", pod.name());
    pod.owner()
        .ifPresent(owner -> json.name("owner")
            .beginObject()
            .field("kind", owner.kind())
            .field("name", owner.name())
            .endObject());
    json.field("phase", pod.phase())
        .field("status", pod.status())
        .field("ready", pod.ready())
        .field("restarts", pod.restarts());
    if (pod.wasThere()) {
      json.field("wasThere", true);
    }
    if (!pod.cause().isEmpty()) {
      json.field("cause", pod.cause());
    }
    pod.node().ifPresent(node -> json.field("node", node));
    pod.ip().ifPresent(ip -> json.field("ip", ip));
    if (!pod.initContainers().isEmpty()) {
      containers(json.name("initContainers"), pod.initContainers());
    }
    containers(json.name("containers"), pod.containers());
    json.endObject();
  }

  private static void containers(JsonWriter json, List<PodState.Container> containers) {
    json.beginArray();
    containers.forEach(container -> container(json, container));
    json.endArray();
  }

  private static void container(JsonWriter json, PodState.Container container) {
    json.beginObject()
        .field("name", container.name())
        .field("image", container.image())
        .field("state", container.state());
    if (!container.reason().isEmpty()) {
      json.field("reason", container.reason());
    }
    json.field("ready", container.ready())
        .field("restarts", container.restarts())
        .endObject();
  }

  private static void workload(JsonWriter json, WorkloadState workload) {
    json.beginObject()
        .field("kind", workload.kind())
        .field("namespace", workload.namespace())
        .field("name", workload.name())
        .field("desired", workload.desired())
        .field("updated", workload.updated())
        .field("ready", workload.ready())
        .field("available", workload.available());
    json.name("conditions").beginArray();
    workload
        .conditions()
        .forEach(condition -> json.beginObject()
            .field("type", condition.type())
            .field("status", condition.status())
            .field("reason", condition.reason())
            .field("message", condition.message())
            .endObject());
    json.endArray().endObject();
  }

  private static void service(JsonWriter json, ServiceState service) {
    json.beginObject().field("namespace", service.namespace()).field("name", service.name());
    service.ip().ifPresent(ip -> json.field("ip", ip));
    json.name("endpoints").beginArray();
    service.endpoints().forEach(json::value);
    json.endArray().endObject();
  }

  private static void node(JsonWriter json, NodeState node) {
    json.beginObject()
        .field("name", node.name())
        .field("ready", node.ready())
        .field("schedulable", node.schedulable())
        .field("pods", node.pods())
        .endObject();
  }

  private static void timeline(JsonWriter json, Timeline timeline) {
    json.beginArray();
    for (Timeline.Step step : timeline.steps()) {
      step.entries().forEach(entry -> entry(json.newLine(), step, entry));
    }
    json.endArray();
  }

  private static void entry(JsonWriter json, Timeline.Step step, Timeline.Entry entry) {
    json.beginObject()
        .name("seconds")
        .raw(BigDecimal.valueOf(entry.at().toMillis(), 3).toPlainString());
    if (!step.title().isEmpty()) {
      json.field("step", step.title());
    }
    json.field("object", entry.object()).field("what", entry.what());
    if (!entry.shown().isEmpty()) {
      json.field("shown", entry.shown());
    }
    if (!entry.cause().isEmpty()) {
      json.field("cause", entry.cause());
    }
    json.endObject();
  }
}
