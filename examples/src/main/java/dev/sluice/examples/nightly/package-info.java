/** A file of leads each night, over SFTP. */
@NullMarked
package dev.sluice.examples.nightly;

import org.jspecify.annotations.NullMarked;
