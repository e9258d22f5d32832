/**
 * Templates that compile once and render often. Open {@link dev.sluice.templates.Templates} first (the compiler), then
 * {@link dev.sluice.templates.Template} (the program), and {@link dev.sluice.templates.Helper} to add functions.
 */
@NullMarked
package dev.sluice.templates;

import org.jspecify.annotations.NullMarked;
