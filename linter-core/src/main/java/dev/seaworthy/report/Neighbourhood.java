package dev.seaworthy.report;

/**
 * What was looked at beside the input, so that rules about relations know what lies there.
 *
 * @param where the folder, or what git is to commit
 * @param files how many files there are beside those of the input
 * @param complete whether they were read; otherwise there are too many to look at in passing
 */
public record Neighbourhood(String where, int files, boolean complete) {}
