/**
 * The API server's answer to one object, offline: accepted or rejected, and why.
 *
 * <p>Start at {@link dev.seaworthy.validate.ApiServer}:
 *
 * <pre>{@code
 * ApiServer server = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
 * Verdict verdict = server.create(document);
 * if (!verdict.accepted()) {
 *   verdict.decode().forEach(error -> …);  // 400: it could not be read
 *   verdict.causes().forEach(cause -> …);  // 422: what is wrong at which field
 * }
 * Verdict changed = server.update(document, storedObject);
 * Verdict posted = server.judge(Submission.create(node).to(new Endpoint(gvk, "default")));
 * }</pre>
 *
 * <p>An object passes the stages of {@link dev.seaworthy.validate.Stage} in the server's order, each
 * of them a {@code StageJudge}: {@code decode} reads, {@code defaulting} fills in, {@code admission}
 * holds the plug-ins, constraints come as data, and one class a kind in {@code check} holds what data
 * can't say. Knows nothing of lint, files or output.
 */
@NullMarked
package dev.seaworthy.validate;

import org.jspecify.annotations.NullMarked;
