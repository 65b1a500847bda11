/**
 * Files at URLs that a user gave: fetched for that reason alone, kept, and used without the network
 * from then on. Start at {@link dev.seaworthy.api.remote.RemoteFiles}.
 */
@NullMarked
package dev.seaworthy.api.remote;

import org.jspecify.annotations.NullMarked;
