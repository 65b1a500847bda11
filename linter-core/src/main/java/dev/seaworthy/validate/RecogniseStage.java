package dev.seaworthy.validate;

import java.util.Optional;

/** Finds the kind in the catalogue. */
final class RecogniseStage implements StageJudge {

  private final Recogniser recogniser;

  RecogniseStage(Recogniser recogniser) {
    this.recogniser = recogniser;
  }

  @Override
  public Stage stage() {
    return Stage.RECOGNISE;
  }

  @Override
  public void judge(Judgement judgement) {
    Submission submission = judgement.submission();
    Recogniser.Recognition recognition =
        recogniser.recognise(submission.object(), submission.endpoint());
    recognition.type().ifPresent(judgement::recognised);
    if (recognition.type().isEmpty()) {
      judgement.end(stage(), refusal(submission.endpoint(), recognition));
    }
  }

  /** Without a URL to send it to, {@code kubectl} itself finds no such kind. */
  private static Refusal refusal(Optional<Endpoint> endpoint, Recogniser.Recognition recognition) {
    boolean nowhere = endpoint.isEmpty() && recognition.errors().get(0).error().equals("no-kind");
    return Refusal.undecoded(
        nowhere ? 404 : 400, nowhere ? "NotFound" : "BadRequest", recognition.errors());
  }
}
