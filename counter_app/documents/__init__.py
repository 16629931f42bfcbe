"""Forms, receipts and lists as PDF or raster; barcodes; read-back checks."""
