package dev.sluice.http.internal.soap;

/**
 * One operation of a service.
 *
 * @param element the element that the body holds
 * @param action what {@code SOAPAction} says
 * @param schema the types of the service
 * @param namespace the namespace of the service
 */
record Operation(String element, String action, Schema schema, String namespace) {}
