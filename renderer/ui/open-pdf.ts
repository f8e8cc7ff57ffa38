import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/**
 * Reads a PDF from memory. Scanners pack pages in ways (JBIG2, JPEG 2000) that are unpacked by two scripts of our own files, fetched when a page
 * needs them: without them such a page would be blank, and the policy of our pages lets no WebAssembly run.
 */
export const openPdf = (base64: string): PDFDocumentLoadingTask =>
  getDocument({
    data: bytesOf(base64),
    useWasm: false,
    wasmUrl: `${window.location.origin}/pdf-unpacking/`,
    useSystemFonts: false,
    disableAutoFetch: true,
    enableXfa: false,
  });
