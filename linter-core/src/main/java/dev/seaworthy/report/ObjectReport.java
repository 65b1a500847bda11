package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic.Subject;

/**
 * An object of the input.
 *
 * @param subject what it is, as far as it says so
 * @param document which document of its file it is, from 1
 * @param line where it begins, from 1
 * @param answer what the API server would say to it
 */
public record ObjectReport(Subject subject, int document, int line, ServerAnswer answer) {}
