package dev.seaworthy.validate;

import dev.seaworthy.manifest.FieldPath;

/**
 * Why an object could not be decoded.
 *
 * @param error one of {@code unknown}, {@code duplicate}, {@code type}, {@code quantity}, {@code
 *     time}, {@code base64}, {@code name}, {@code namespace}, {@code no-kind}, {@code version},
 *     {@code apiVersion}, {@code apiVersion-missing}, {@code handled-as}
 * @param field as the decoder names it, empty where it names none
 * @param path the field with its indices, to find its place
 */
public record DecodeError(String error, String field, FieldPath path, String message) {}
