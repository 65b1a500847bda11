package dev.seaworthy.report.json;

import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.reach.Route;

/** The way to who was to be reached, as JSON. */
final class ReachJson {

  private ReachJson() {}

  static void write(JsonWriter json, Inquiries.Reached reached) {
    Route route = reached.route();
    json.beginObject().field("target", reached.target());
    if (!reached.from().isEmpty()) {
      json.field("from", reached.from());
    }
    reached(json, route.trouble().isEmpty(), route.doubt().isPresent());
    json.name("steps").beginArray();
    route.steps().forEach(json::value);
    json.endArray();
    json.name("pods").beginArray();
    route.stops().forEach(stop -> write(json, stop));
    json.endArray();
    route.obstacle().or(route::unknown).ifPresent(obstacle -> json.field("why", obstacle.words()));
    json.endObject();
  }

  private static void write(JsonWriter json, Route.Stop stop) {
    json.beginObject().field("name", stop.pod()).field("ip", stop.ip()).field("port", stop.port());
    reached(json, stop.obstacle().isEmpty(), stop.doubt().isPresent());
    stop.obstacle().or(stop::doubt).ifPresent(obstacle -> json.field("why", obstacle.words()));
    json.endObject();
  }

  /** Null where nobody knows: the port is not declared, or a controller reads the path in its own way. */
  private static void reached(JsonWriter json, boolean isReached, boolean isDoubted) {
    if (isDoubted) {
      json.name("reached").raw("null");
    } else {
      json.field("reached", isReached);
    }
  }
}
