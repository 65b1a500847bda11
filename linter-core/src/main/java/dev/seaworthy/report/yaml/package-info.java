/**
 * Objects as the API server would store them, in YAML.
 *
 * <p>Start at {@link dev.seaworthy.report.yaml.YamlFormat}.
 */
@NullMarked
package dev.seaworthy.report.yaml;

import org.jspecify.annotations.NullMarked;
