package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.reach.Obstacle;
import dev.seaworthy.simulate.reach.Reach;
import dev.seaworthy.simulate.reach.ReachQuestion;
import dev.seaworthy.simulate.reach.Route;
import dev.seaworthy.simulate.store.Controllers;
import java.util.Optional;

/** Who is reached, in lines; a problem if somebody is not. */
record ReachAnswer(String text, Inquiries.Reached reached, Optional<Diagnostic> problem) {

  /** So many pods are told one by one. */
  private static final int MOST = 10;

  static ReachAnswer of(Scene scene, ReachQuestion question) {
    Route route = Reach.of(scene.view(), question);
    return new ReachAnswer(
        text(question, route),
        new Inquiries.Reached(
            question.text(), question.from().map(Object::toString).orElse(""), route),
        route
            .trouble()
            .map(obstacle -> problem(scene, question, obstacle))
            .or(() -> route.unknown().map(why -> unknown(scene, question, why)))
            .or(() -> route.doubt().map(doubt -> doubted(scene, question, doubt))));
  }

  private static String title(ReachQuestion question) {
    return question.text() + question.from().map(from -> " from " + from).orElse(" from outside");
  }

  /** That all to whom a way leads answer; empty if something is to be told of it instead. */
  static Optional<String> success(Inquiries.Reached reached) {
    int pods = reached.route().stops().size();
    String from = reached.from().isEmpty() ? "outside" : reached.from();
    return reached.route().isAnswered()
        ? Optional.of(reached.target() + " is reached from " + from + ": "
            + (pods == 1 ? "1 pod answers" : pods + " pods answer"))
        : Optional.empty();
  }

  private static String text(ReachQuestion question, Route route) {
    StringBuilder text = new StringBuilder(title(question)).append('\n');
    route.steps().forEach(step -> line(text, step));
    route.stops().stream().limit(MOST).forEach(stop -> line(text, words(stop)));
    if (route.stops().size() > MOST) {
      line(text, "and " + (route.stops().size() - MOST) + " pods more");
    }
    route.obstacle().ifPresent(obstacle -> line(text, "nobody answers: " + obstacle.words()));
    route.unknown().ifPresent(why -> line(text, why.words()));
    return text.toString();
  }

  private static void line(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }

  private static String words(Route.Stop stop) {
    String where = "pod/" + stop.pod() + " at " + stop.ip() + ":" + stop.port();
    return stop.obstacle()
        .map(obstacle -> where + " does not answer: " + obstacle.words())
        .or(() -> stop.doubt().map(doubt -> where + " may answer: " + doubt.words()))
        .orElse(where + " answers: " + stop.what() + " listens");
  }

  private static Diagnostic problem(Scene scene, ReachQuestion question, Obstacle obstacle) {
    String message = title(question) + " is not reached: " + obstacle.words();
    Diagnostic told = tell(scene, obstacle, OutcomeCodes.UNREACHABLE, Severity.ERROR, message);
    boolean isPolicy =
        obstacle.about().filter(about -> about.kind().equals("NetworkPolicy")).isPresent();
    return isPolicy
        ? told.withRemedy("add a rule that lets it pass, with the pod's port and not the Service's")
        : told;
  }

  private static Diagnostic unknown(Scene scene, ReachQuestion question, Obstacle why) {
    String message = "who answers " + title(question) + " is not known: " + why.words();
    boolean isOutside =
        why.about().filter(about -> about.kind().equals("Service")).isPresent();
    Severity severity = isOutside ? Severity.INFO : Severity.WARNING;
    Diagnostic told = tell(scene, why, OutcomeCodes.REACH_UNKNOWN, severity, message);
    return isOutside
        ? told
        : told.withRemedy("ask for the Service that is meant, as in --reach svc/web:80");
  }

  private static Diagnostic doubted(Scene scene, ReachQuestion question, Obstacle doubt) {
    String message = title(question) + " leads to a pod, but " + doubt.words();
    return tell(scene, doubt, OutcomeCodes.REACH_UNKNOWN, Severity.WARNING, message)
        .withRemedy("declare in the container's ports what it listens on");
  }

  private static Diagnostic tell(
      Scene scene, Obstacle obstacle, String code, Severity severity, String message) {
    if (obstacle.about().isEmpty()) {
      return Diagnostic.of(code, severity, message, scene.origins().otherwise());
    }
    Resource about = obstacle.about().get();
    Origin origin = scene.origins().of(Controllers.topmost(about, scene.view()));
    FieldPath field = fieldIn(origin, about, obstacle.field());
    return origin.tell(code, severity, message, field, "");
  }

  /** What a pod has stands in the template of whoever made it. */
  private static FieldPath fieldIn(Origin origin, Resource about, FieldPath field) {
    if (!about.kind().equals("Pod")) {
      return field;
    }
    String within = field.toString().replaceFirst("^spec\\.?", "");
    FieldPath place = within.isEmpty() ? origin.podSpec() : origin.podSpec().child(within);
    return origin.at(place).isPresent() ? place : origin.podSpec();
  }
}
