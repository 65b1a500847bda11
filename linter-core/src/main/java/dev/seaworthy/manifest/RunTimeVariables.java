package dev.seaworthy.manifest;

import java.util.List;
import java.util.Set;

/**
 * Variables that a program replaces while it runs, in the form of placeholders: NGINX's {@code
 * ${binary_remote_addr}}, as its Ingress controllers take them in annotations and objects of their own.
 * Only names that hardly anybody gives to something else; what stands in a text with one of them, as in
 * {@code ${scheme}://${host}${request_uri}}, is of the same kind.
 */
final class RunTimeVariables {

  private static final Set<String> NAMES = Set.of(
      "binary_remote_addr",
      "remote_addr",
      "remote_port",
      "remote_user",
      "realip_remote_addr",
      "request_uri",
      "request_method",
      "request_body",
      "request_id",
      "request_length",
      "request_time",
      "query_string",
      "server_protocol",
      "server_addr",
      "time_local",
      "time_iso8601",
      "body_bytes_sent",
      "bytes_sent",
      "http_host",
      "http_cookie",
      "http_referer",
      "http_user_agent",
      "http_authorization",
      "proxy_add_x_forwarded_for");

  private static final List<String> BEGINNINGS = List.of(
      "http_x_", "sent_http_", "upstream_http_", "upstream_status", "jwt_claim_", "apikey_");

  private RunTimeVariables() {}

  /** Whether {@code text} holds one. */
  static boolean areIn(String text) {
    int at = text.indexOf("${");
    while (at >= 0) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        return false;
      }
      if (isOne(text.substring(at + 2, end))) {
        return true;
      }
      at = text.indexOf("${", at + 2);
    }
    return false;
  }

  private static boolean isOne(String name) {
    return NAMES.contains(name) || BEGINNINGS.stream().anyMatch(name::startsWith);
  }
}
