package com.atlassian.audit.api;

import com.atlassian.audit.entity.AuditEvent;

/**
 * The product's audit log; it adds author, node and time.
 *
 * <p>Source: dossier 2.7 [P7].
 */
public interface AuditService {
    void audit(AuditEvent event);
}
