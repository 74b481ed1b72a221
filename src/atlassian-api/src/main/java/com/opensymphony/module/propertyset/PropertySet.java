package com.opensymphony.module.propertyset;

/**
 * What a workflow entry keeps beside the issue; only handed through here.
 *
 * <p>Source: dossier 3.9 [V8]
 */
public interface PropertySet {}
