/** XML from strangers, read without document types, entities or anything from outside. */
@NullMarked
package dev.sluice.http.internal.xml;

import org.jspecify.annotations.NullMarked;
