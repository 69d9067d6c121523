package io.guidepost.audit;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The audit log for what the server does by itself, and nothing that records requests. No stereotype: never scanned. */
@ComponentScan(basePackageClasses = Audit.class, useDefaultFilters = false, includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(Audit|MongoAuditLog)"))
public class AuditLogAlone {}
