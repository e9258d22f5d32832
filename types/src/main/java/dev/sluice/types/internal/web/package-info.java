/** Web addresses, IP addresses and certificate addresses. Nothing here is API. */
@NullMarked
package dev.sluice.types.internal.web;

import org.jspecify.annotations.NullMarked;
