/** Mail addresses: the type, the address parser, and the lists of free and disposable domains. Nothing here is API. */
@NullMarked
package dev.sluice.types.internal.mail;

import org.jspecify.annotations.NullMarked;
