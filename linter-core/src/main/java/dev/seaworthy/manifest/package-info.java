/**
 * Text to documents, keeping the place of every key and value.
 *
 * <p>Start at {@link dev.seaworthy.manifest.ManifestReader}: bytes in, a {@link
 * dev.seaworthy.manifest.Reading} out, which holds the {@link dev.seaworthy.manifest.Document}s that
 * {@code kubectl} would send, what never became one, and the {@link
 * dev.seaworthy.diagnostic.SourceText} to quote lines and find comments in. Knows YAML and JSON as
 * {@code kubectl} reads them and nothing of Kubernetes' kinds.
 *
 * <p>The way of a text: {@code TextDecoding} (bytes to UTF-8), {@code DocumentStream} (JSON or YAML,
 * cut at {@code ---} by {@code DocumentSplitter}), then for each document {@code JsonParser}, or
 * {@code SimpleYaml} for the usual part of YAML and {@code EventComposer} over the parser's events
 * for all of it, with {@code ScalarResolver} for what a scalar means and {@code LibyamlDialect} for
 * where kubectl's YAML differs; at last {@code ReadingBuilder} tells objects from what is none.
 *
 * <p>A problem's code is one of {@link dev.seaworthy.manifest.ProblemCode}, which also says at which
 * stage kubectl would give up. {@link dev.seaworthy.manifest.ForeignFiles} decides what becomes of
 * other tools' files.
 */
@NullMarked
package dev.seaworthy.manifest;

import org.jspecify.annotations.NullMarked;
