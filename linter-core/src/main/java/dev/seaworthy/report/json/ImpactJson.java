package dev.seaworthy.report.json;

import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.report.ImpactReport;
import dev.seaworthy.report.ImpactReport.ChangedObject;
import dev.seaworthy.report.ImpactReport.ChangedWorkload;
import dev.seaworthy.report.ImpactReport.PodMove;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What a change does, as the field {@code impact} of a dry-run. */
final class ImpactJson {

  private ImpactJson() {}

  static void write(JsonWriter json, ImpactReport impact) {
    json.name("impact").beginObject();
    texts(json, "summary", impact.summary());
    json.name("objects").beginArray();
    impact.objects().forEach(object -> write(json, object));
    json.endArray().name("workloads").beginArray();
    impact.workloads().forEach(workload -> write(json, workload));
    json.endArray().endObject();
  }

  private static void texts(JsonWriter json, String name, List<String> texts) {
    json.name(name).beginArray();
    texts.forEach(json::value);
    json.endArray();
  }

  private static void write(JsonWriter json, ChangedObject object) {
    json.newLine().beginObject().field("name", object.name()).field("fate", object.fate());
    texts(json, "fields", object.fields());
    if (!object.words().isEmpty()) {
      json.field("words", object.words());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, ChangedWorkload workload) {
    json.newLine().beginObject().field("name", workload.name());
    texts(json, "reasons", workload.reasons());
    json.field("desired", workload.desired())
        .field("floor", workload.floor())
        .field("lowest", workload.lowest())
        .field("available", workload.available())
        .field("complete", workload.took().isPresent());
    workload.took().ifPresent(time -> seconds(json, time));
    json.name("moves").beginArray();
    for (PodMove move : workload.moves()) {
      json.beginObject();
      seconds(json, move.at());
      json.field("pod", move.pod())
          .field("old", move.old())
          .field("what", move.what())
          .field("node", move.node())
          .endObject();
    }
    json.endArray().endObject();
  }

  private static void seconds(JsonWriter json, Duration time) {
    json.name("seconds").raw(BigDecimal.valueOf(time.toMillis(), 3).toPlainString());
  }
}
