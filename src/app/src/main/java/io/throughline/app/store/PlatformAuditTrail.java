package io.throughline.app.store;

import com.atlassian.audit.api.AuditService;
import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform's own audit log, which this app cannot rewrite. */
@JiraComponent
public final class PlatformAuditTrail implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAuditTrail.class);

    private final AuditService audit;

    @Inject
    public PlatformAuditTrail(@ComponentImport AuditService audit) {
        this.audit = audit;
    }

    @Override
    public void noteHead(long seq, String hash) {
        note("throughline.audit.strategy-changed", seq, hash);
    }

    /** The service itself notes who it was: the user of the request. */
    @Override
    public void noteImport(String actor, long seq, String hash) {
        note("throughline.audit.strategy-imported", seq, hash);
    }

    private void note(String action, long seq, String hash) {
        try {
            AuditType type = AuditType.fromI18nKeys(
                            CoverageArea.ECOSYSTEM, CoverageLevel.BASE, "throughline.audit.category", action)
                    .build();
            audit.audit(AuditEvent.builder(type)
                    .affectedObject(AuditResource.builder("Throughline", "strategy")
                            .id(Long.toString(seq))
                            .build())
                    .extraAttribute(attribute("throughline.audit.sequence", Long.toString(seq)))
                    .extraAttribute(attribute("throughline.audit.hash", hash))
                    .build());
        } catch (RuntimeException e) {
            LOG.warn("the head of the change log, {} {}, is not in the platform's audit log", seq, hash, e);
        }
    }

    private static AuditAttribute attribute(String nameKey, String value) {
        return AuditAttribute.fromI18nKeys(nameKey, value).build();
    }
}
