/**
 * Leads by email. {@link dev.sluice.email.EmailDelivery} is the plugin, one lead a message; {@link dev.sluice.email.MailSender}
 * sends any message, with attachments, and says what became of it.
 */
@NullMarked
package dev.sluice.email;

import org.jspecify.annotations.NullMarked;
