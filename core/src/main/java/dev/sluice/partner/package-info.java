/**
 * Accounts that trade leads: invitations, connections, account sources and buyers, and who may do what. Open {@link
 * dev.sluice.partner.Partners} first.
 */
@NullMarked
package dev.sluice.partner;

import org.jspecify.annotations.NullMarked;
